using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>A sentence or a piece of one: what becomes a statement or is left out.</summary>
internal sealed class Unit(Utterance of, int from, int to)
{
    public const int Sections = 14;

    public Utterance Of { get; } = of;

    public int From { get; set; } = from;

    public int To { get; set; } = to;

    public bool IsQuestion { get; set; }

    /// <summary>Whether it greets, thanks or guides the visit.</summary>
    public bool IsChat { get; set; }

    /// <summary>Whether it tells what comes next, such as <c>let me take a look</c>, and names no finding.</summary>
    public bool IsGuide { get; set; }

    /// <summary>Whether it commands the machine and is no content.</summary>
    public bool IsCommand { get; set; }

    /// <summary>The question it answers; null for what was volunteered.</summary>
    public Unit? Asked { get; set; }

    /// <summary>Of the cues, without speaker and phase.</summary>
    public double[] Cues { get; } = new double[Sections];

    public double[] Scores { get; } = new double[Sections];

    public ReportSection Section { get; set; }

    public double Best => Scores[(int)Section];

    /// <summary>How far the visit is when it is said.</summary>
    public ReportSection Phase { get; set; }

    /// <summary>Clinical words by kind, drugs and numbers; found once.</summary>
    public int Clinical { get; set; }

    public bool HasDrug { get; set; }

    public bool HasNumber { get; set; }

    public bool HasTime { get; set; }

    public bool HasRedFlag { get; set; }

    public int[] Kinds { get; } = new int[9];

    public int Words { get; } = of.Tokens.Skip(from).Take(to - from).Count(t => !t.IsMark);

    public EvidenceSpan Span => new(Of.Segment, Of.Tokens[From].Start, Of.Tokens[To - 1].End - Of.Tokens[From].Start);

    public int Count(ClinicalKind kind) => Kinds[(int)kind];
}
