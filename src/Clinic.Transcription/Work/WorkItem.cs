using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Work;

/// <summary>One piece of work for a session, in the queue until it is done, given up or cancelled.</summary>
public sealed record WorkItem
{
    /// <summary>The longest kind and key.</summary>
    public const int LongestKey = 200;

    /// <summary>The id.</summary>
    public required WorkItemId Id { get; init; }

    /// <summary>Which step does it, such as <c>transcribe</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The session.</summary>
    public required SessionId Session { get; init; }

    /// <summary>Its site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The same work has the same key and is in the queue once.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public WorkStatus Status { get; init; }

    /// <summary>Who does it or did it last.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when nobody else may; null where nobody has it.</summary>
    public Instant? LeaseUntil { get; init; }

    /// <summary>How often it was taken, not counting when it only had to wait.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is due.</summary>
    public required Instant NextAt { get; init; }

    /// <summary>The kind of the last failure, without content.</summary>
    public string? LastFailure { get; init; }

    /// <summary>When it came into the queue.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Counts the changes and leases, from 1; a lease that was lost shows in it.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("transcription.work", Id.Value);

    /// <summary>The kind and id only.</summary>
    public override string ToString() => $"{Kind} {Id}";

    internal WorkItem Ended(WorkStatus status, string? failure = null) =>
        this with { Status = status, LeaseUntil = null, LastFailure = failure ?? LastFailure, Version = Version + 1 };

    internal WorkItem Again(Instant at, string failure) => this with { LeaseUntil = null, NextAt = at, LastFailure = failure, Version = Version + 1 };

    internal WorkItem Later(Instant at) => this with { LeaseUntil = null, NextAt = at, Attempts = Attempts - 1, Version = Version + 1 };
}
