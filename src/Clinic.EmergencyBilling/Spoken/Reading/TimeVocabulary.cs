using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>How one language tells the time.</summary>
internal sealed record TimeVocabulary
{
    /// <summary>"Ahora", "right now".</summary>
    public required Phrases<bool> Now { get; init; }

    /// <summary>"A las", "at": an hour follows, or the phrase was no time.</summary>
    public required Phrases<bool> At { get; init; }

    /// <summary>"Hace": stands before a duration; null where it follows.</summary>
    public Phrases<bool>? AgoBefore { get; init; }

    /// <summary>"Ago": follows a duration; null where it stands before.</summary>
    public Phrases<bool>? AgoAfter { get; init; }

    /// <summary>Whole durations in minutes: "media hora".</summary>
    public required Phrases<int> Spans { get; init; }

    /// <summary>Minutes in one unit: "minuto" 1, "hora" 60.</summary>
    public required Phrases<int> Units { get; init; }

    /// <summary>Parts of an hour after one: "y media" 30.</summary>
    public required Phrases<int> AddedToHour { get; init; }

    /// <summary>"Y", "and": joins hours to minutes.</summary>
    public required string Joiner { get; init; }

    /// <summary>Whole times of day in minutes: "mediodía" 720.</summary>
    public required Phrases<int> Fixed { get; init; }

    /// <summary>Hours in words.</summary>
    public required IReadOnlyDictionary<string, int> Hours { get; init; }

    /// <summary>Minutes after the hour: "y cuarto" 15, "menos cuarto" −15.</summary>
    public required Phrases<int> AfterHour { get; init; }

    /// <summary>Minutes before an hour that follows: "half past" 30, "quarter to" −15.</summary>
    public required Phrases<int> BeforeHour { get; init; }

    /// <summary>"Menos": minutes to be taken from the hour just said; null where it is not said so.</summary>
    public string? Less { get; init; }

    /// <summary>Follow a number of minutes before an hour: "past" 1, "to" −1.</summary>
    public required Phrases<int> MinutesOf { get; init; }

    /// <summary>"De la tarde" true, "de la mañana" false.</summary>
    public required Phrases<bool> Halves { get; init; }

    /// <summary>"Horas", "o'clock": said after an hour.</summary>
    public required Phrases<bool> HourWords { get; init; }

    public IEnumerable<string> AllWords =>
    [
        .. Now.AllWords, .. At.AllWords, .. AgoBefore?.AllWords ?? [], .. AgoAfter?.AllWords ?? [], .. Spans.AllWords, .. Units.AllWords, .. Fixed.AllWords,
        .. AfterHour.AllWords, .. BeforeHour.AllWords, .. Halves.AllWords, .. HourWords.AllWords,
    ];
}
