using System.Text.Json.Serialization;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>One change that a person makes to a report.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Reword), "reword")]
[JsonDerivedType(typeof(Insert), "insert")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(See), "see")]
public abstract record StatementChange
{
    /// <summary>Nothing of what it says.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Other words, or another section, for a statement.</summary>
    public sealed record Reword(int Number, string Text, ReportSection? Section = null) : StatementChange;

    /// <summary>A new statement at the end of its section; evidence where the physician points at what was said.</summary>
    public sealed record Insert(ReportSection Section, string Text, IReadOnlyList<EvidenceSpan>? Evidence = null, Polarity Polarity = Polarity.Affirmed) : StatementChange
    {
        /// <summary>The version of the transcript that was read, into which the evidence points; null for the present one.</summary>
        public long? TranscriptVersion { get; init; }
    }

    /// <summary>A statement less.</summary>
    public sealed record Remove(int Number) : StatementChange;

    /// <summary>The physician has looked at these statements.</summary>
    public sealed record See(IReadOnlyList<int> Numbers) : StatementChange;
}
