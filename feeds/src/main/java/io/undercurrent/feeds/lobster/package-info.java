/** LOBSTER message files: one Nasdaq stock, one day, order by order. */
package io.undercurrent.feeds.lobster;
