/** The scorecard: what is computed from scored days, as records that can be written in any form. */
package io.undercurrent.score.card;
