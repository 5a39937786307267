/** How well numbers tell two kinds of samples apart, and how sure that is: areas under curves, quantiles, resampling of whole days. */
package io.undercurrent.score.metric;
