package io.undercurrent.score.metric;

import java.util.List;

/** A curve as points in order. */
public record Curve(List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /** One of them. */
    public record Point(float x, float y) {
    }
}
