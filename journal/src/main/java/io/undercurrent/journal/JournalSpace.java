package io.undercurrent.journal;

/**
 * The room a stream has, as its keeper last looked; it looks about once a second.
 *
 * @param freeBytes      free on its disk, without what is reserved already
 * @param bytesPerSecond appended, on average over the last seconds
 * @param minutesLeft    until the disk is full if that goes on; infinite while nothing is appended
 * @param low            whether less is left than {@link JournalOptions#minFreeBytes} or {@link JournalOptions#minFreeMinutes}: intake should
 *                       stop, and the appender be suspended
 */
public record JournalSpace(long freeBytes, double bytesPerSecond, double minutesLeft, boolean low) {
}
