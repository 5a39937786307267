/** Constants from training days: how scores become evidence, and the alert threshold. Knows nothing of how they are judged. */
package io.undercurrent.score.fit;
