/** Scorecards as text, JSON and a page. */
package io.undercurrent.score.report;
