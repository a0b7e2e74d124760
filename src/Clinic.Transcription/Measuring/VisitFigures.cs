namespace Clinic.Transcription.Measuring;

/// <summary>The figures of one visit; figures without a reference are null.</summary>
/// <param name="Id">Of the row.</param>
/// <param name="Words">Of the transcript.</param>
/// <param name="Statements">Of the draft.</param>
public sealed record VisitFigures(string Id, int Words, int Statements)
{
    /// <summary>Wrong, missing and added words of an engine for each word said; null where none listened.</summary>
    public double? WordErrors { get; init; }

    /// <summary>Numbers said that the engine heard; null where none listened.</summary>
    public Score? NumbersHeard { get; init; }

    /// <summary>Drugs said that the engine heard; null where none listened.</summary>
    public Score? DrugsHeard { get; init; }

    /// <summary>Of the whole note; null without a reference note.</summary>
    public Rouge? Rouge { get; init; }

    /// <summary>Which of the four divisions are there; null without marked sections.</summary>
    public Score? Divisions { get; init; }

    /// <summary>Which sections are there; null without marked sections.</summary>
    public Score? Labels { get; init; }

    /// <summary>Turns cited in the right section; null without marked turns.</summary>
    public Score? Turns { get; init; }

    /// <summary>Numbers of statements that stand in the turns they cite.</summary>
    public Score NumbersCited { get; init; }

    /// <summary>Numbers of the reference that were said, and those of them that the draft holds; null without a note.</summary>
    public Score? NumbersKept { get; init; }

    /// <summary>The same for drugs; null without a note.</summary>
    public Score? DrugsKept { get; init; }

    /// <summary>Statements with evidence that lies inside its segment.</summary>
    public Score Evidence { get; init; }

    /// <summary>Facts whose words or numbers the draft holds; null without facts.</summary>
    public Score? Facts { get; init; }

    /// <summary>Words that must not be there and are; 0 where all is well.</summary>
    public int Forbidden { get; init; }

    /// <summary>Findings by severity: info, warning, blocker.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [0, 0, 0];
}
