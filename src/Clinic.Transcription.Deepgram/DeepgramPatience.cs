using NodaTime;

namespace Clinic.Transcription.Deepgram;

/// <summary>How long is waited, and how often something is tried.</summary>
public sealed record DeepgramPatience
{
    /// <summary>The attempts at a whole recording.</summary>
    /// <value>Default 4; 1 to 10.</value>
    public int Attempts { get; init; } = 4;

    /// <summary>The wait before the second attempt; it doubles, with a random part.</summary>
    /// <value>Default 1 s.</value>
    public Duration FirstDelay { get; init; } = Duration.FromSeconds(1);

    /// <summary>The longest wait between two attempts, also where the service asks for more; then the caller is told.</summary>
    /// <value>Default 60 s.</value>
    public Duration LongestDelay { get; init; } = Duration.FromSeconds(60);

    /// <summary>The longest that one attempt at a whole recording may take.</summary>
    /// <value>Default 12 minutes; the service itself gives up after ten.</value>
    public Duration Answer { get; init; } = Duration.FromMinutes(12);

    /// <summary>The longest that a live connection may take to stand.</summary>
    /// <value>Default 10 s.</value>
    public Duration Connect { get; init; } = Duration.FromSeconds(10);

    /// <summary>How long opening waits for the first connection before it goes on in the background.</summary>
    /// <value>Default 1 s.</value>
    public Duration Open { get; init; } = Duration.FromSeconds(1);

    /// <summary>The attempts at a lost live connection, one after the other.</summary>
    /// <value>Default 8.</value>
    public int Reconnects { get; init; } = 8;

    /// <summary>The wait before a lost live connection is tried again; it doubles up to 5 s, with a random part.</summary>
    /// <value>Default 250 ms.</value>
    public Duration ReconnectDelay { get; init; } = Duration.FromMilliseconds(250);

    /// <summary>How often a connection without audio is told that it is still wanted.</summary>
    /// <value>Default 4 s; the service hangs up after ten.</value>
    public Duration KeepAlive { get; init; } = Duration.FromSeconds(4);

    /// <summary>How often a silent peer is asked for a sign, and how long its sign may take.</summary>
    /// <value>Default 5 s.</value>
    public Duration Stall { get; init; } = Duration.FromSeconds(5);

    /// <summary>The longest wait for the text of what was given so far.</summary>
    /// <value>Default 3 s.</value>
    public Duration Flush { get; init; } = Duration.FromSeconds(3);

    /// <summary>The longest wait for the last text at the end.</summary>
    /// <value>Default 5 s.</value>
    public Duration Close { get; init; } = Duration.FromSeconds(5);

    /// <summary>The most audio that is caught up with after a lost connection; the rest is a gap.</summary>
    /// <value>Default 10 s.</value>
    public Duration LongestReplay { get; init; } = Duration.FromSeconds(10);

    /// <summary>How much faster than real time audio is caught up with.</summary>
    /// <value>Default 1.25, the most that the service takes; more than 1.</value>
    public double ReplaySpeed { get; init; } = 1.25;

    /// <summary>How far text may be behind before that is told.</summary>
    /// <value>Default 2 s.</value>
    public Duration LaggingAfter { get; init; } = Duration.FromSeconds(2);

    /// <summary>The frames that wait to be sent before the sender waits.</summary>
    /// <value>Default 100.</value>
    public int WaitingFrames { get; init; } = 100;
}
