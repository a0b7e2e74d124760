namespace Clinic.Transcription.Measuring;

/// <summary>Hits, what was given and what was wanted; precision, recall and their harmonic mean.</summary>
/// <param name="Hits">Right ones.</param>
/// <param name="Given">Of the draft.</param>
/// <param name="Wanted">Of the reference.</param>
public readonly record struct Score(int Hits, int Given, int Wanted)
{
    /// <summary>1 where nothing was given.</summary>
    public double Precision => Given == 0 ? 1 : (double)Hits / Given;

    /// <summary>1 where nothing was wanted.</summary>
    public double Recall => Wanted == 0 ? 1 : (double)Hits / Wanted;

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => Given + Wanted == 0 ? 1 : 2.0 * Hits / (Given + Wanted);

    /// <summary>The figures of two sets together.</summary>
    public static Score operator +(Score left, Score right) => Add(left, right);

    /// <summary>The figures of two sets together.</summary>
    public static Score Add(Score left, Score right) => new(left.Hits + right.Hits, left.Given + right.Given, left.Wanted + right.Wanted);

    internal static Score Of<T>(IEnumerable<T> given, IEnumerable<T> wanted)
    {
        var want = wanted.ToHashSet();
        var have = given.ToHashSet();
        return new(have.Count(want.Contains), have.Count, want.Count);
    }
}
