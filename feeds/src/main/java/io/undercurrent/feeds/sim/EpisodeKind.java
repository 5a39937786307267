package io.undercurrent.feeds.sim;

import io.undercurrent.codec.sbe.SignalKind;
import java.util.Optional;

/**
 * What a planted episode is: an accumulation programme that should be found, a confounder that looks like one, or a feed in trouble; the last
 * two must raise no alarm. Each is described as its side {@code ACCUMULATION} has it; {@code DISTRIBUTION} mirrors it.
 */
public enum EpisodeKind {
    /** A programme: a bid that is shown again 20 to 120 ms after each hit, or shows a part at a time, or nothing, under selling. */
    ABSORPTION(Role.PROGRAMME),
    /** A programme: small buys that lift the offer again and again; new offers appear at the next price. */
    CREEP(Role.PROGRAMME),
    /** A programme: buying in off-exchange prints at the midpoint. */
    DARK_POOL(Role.PROGRAMME),
    /** A programme: bids in many layers, executed against by sweeping sells near a low, and refilled. */
    SINKHOLE(Role.PROGRAMME),
    /** A programme: a spread held tight and a calmed price. */
    CONTRACTION(Role.PROGRAMME),
    /** A programme: two or three of the above at once, sharing the target. */
    MIXTURE(Role.PROGRAMME),
    /** Confounder: layered bids that are cancelled and shown again and never executed. */
    SPOOF(Role.CONFOUNDER),
    /** Confounder: everything happens several times as often. */
    BUSY_SURGE(Role.CONFOUNDER),
    /** Confounder: little happens and the price hardly moves. */
    LULL(Role.CONFOUNDER),
    /** Confounder: the price of all instruments drifts up together. */
    RALLY(Role.CONFOUNDER),
    /** Confounder: the price jumps up, trading bursts and calms down. */
    NEWS_JUMP(Role.CONFOUNDER),
    /** Confounder: selling that nobody absorbs; the price gives way. */
    PLAIN_SELLING(Role.CONFOUNDER),
    /** Confounder: many ordinary buyers who know nothing of each other: more and deeper bids, more buying. */
    BROAD_DEMAND(Role.CONFOUNDER),
    /** Confounder: many small buys in the book, and more that print off exchange at fractions of a cent. */
    RETAIL_BURST(Role.CONFOUNDER),
    /** Trouble: the book is cleared and rebuilt by a snapshot again and again. */
    RESET(Role.TROUBLE),
    /** Trouble: events are missing; then a gap event, a clear and a snapshot. */
    GAP(Role.TROUBLE),
    /** Trouble: bids that nobody made cross the offers or stand one tick below them. */
    CROSSED(Role.TROUBLE),
    /** Trouble: the offers are missing for minutes. */
    ONE_SIDED(Role.TROUBLE),
    /** Trouble: for minutes nothing is quoted but prices that nobody would trade at. */
    STUB_QUOTES(Role.TROUBLE);

    private enum Role { PROGRAMME, CONFOUNDER, TROUBLE }

    private final Role role;

    EpisodeKind(final Role role) {
        this.role = role;
    }

    /** Somebody accumulates: an alarm is right. */
    public boolean isProgramme() {
        return role == Role.PROGRAMME;
    }

    /** An ordinary market that looks like accumulation: an alarm is wrong. */
    public boolean isConfounder() {
        return role == Role.CONFOUNDER;
    }

    /** The feed, not the market, is out of order: an alarm is wrong. */
    public boolean isTrouble() {
        return role == Role.TROUBLE;
    }

    /** It happens on all instruments at once: their truths of the same start are one event. */
    public boolean isMarketWide() {
        return this == RALLY;
    }

    /** The signal that should see it; empty for a mixture (see its parts) and for what is no programme. */
    public Optional<SignalKind> signal() {
        return switch (this) {
            case ABSORPTION -> Optional.of(SignalKind.ABSORPTION);
            case CREEP -> Optional.of(SignalKind.CREEP);
            case DARK_POOL -> Optional.of(SignalKind.DARK_POOL);
            case SINKHOLE -> Optional.of(SignalKind.SINKHOLE);
            case CONTRACTION -> Optional.of(SignalKind.CONTRACTION);
            default -> Optional.empty();
        };
    }
}
