namespace Clinic.Transcription.Language;

/// <summary>A phrase that was found.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="At">Its first token.</param>
/// <param name="Length">Its tokens.</param>
internal readonly record struct PhraseMatch<T>(T Value, int At, int Length)
{
    public int End => At + Length;
}
