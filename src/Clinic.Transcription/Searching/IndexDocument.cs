using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Searching;

/// <summary>A text as the index takes it: its words folded, and by what it is found.</summary>
public sealed record IndexDocument
{
    /// <summary>An entry of a text; nothing of the text is kept but its folded words in their order.</summary>
    public IndexDocument(IndexKey key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Key, Words) = (key, SearchWords.Folded(text));
    }

    /// <summary>What it stands for.</summary>
    public IndexKey Key { get; }

    /// <summary>Lower-case words without accents, one blank between two; numbers are words.</summary>
    public string Words { get; }

    /// <summary>The session, for a report the one it rests on.</summary>
    public required SessionId Session { get; init; }

    /// <summary>The site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Whose visit it was.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Who answers for it.</summary>
    public required PersonId Physician { get; init; }

    /// <summary>Who helped; null for nobody.</summary>
    public PersonId? Assistant { get; init; }

    /// <summary>When the session was opened, or the report began.</summary>
    public required Instant At { get; init; }

    /// <summary>Of the text, from 1; an older one never takes the place of a newer one.</summary>
    public required long Version { get; init; }

    /// <summary>The kind only; words are health data.</summary>
    public override string ToString() => Key.ToString();
}
