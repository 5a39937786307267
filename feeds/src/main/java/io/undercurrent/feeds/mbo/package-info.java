/** Market by order csv with Databento's columns. */
package io.undercurrent.feeds.mbo;
