using Clinic.Abstractions;

namespace Clinic.Transcription;

/// <summary>Collects every failed guard of a command, so that a person sees all of them at once.</summary>
internal sealed class Failures
{
    private readonly List<RuleFailure> all = [];

    public int Count => all.Count;

    public IReadOnlyList<RuleFailure> All => all;

    public void Add(string code, params (string Name, object? Value)[] facts) => all.Add(new RuleFailure(code, facts));

    public void Add(RuleFailure failure) => all.Add(failure);

    public void Require(bool holds, string code, params (string Name, object? Value)[] facts)
    {
        if (!holds) Add(code, facts);
    }

    public void Text(string field, string? value, int longest)
    {
        if (!TextForm.IsText(value, longest))
            Add(TranscriptionRules.FieldInvalid, ("field", field), ("found", value is null ? "nothing" : $"{value.Length} characters"), ("allowed", $"1 to {longest} characters without control characters or outer spaces"));
    }

    /// <summary>Text that may have several lines.</summary>
    public void Prose(string field, string? value, int longest)
    {
        if (!TextForm.IsLines(value, longest))
            Add(TranscriptionRules.FieldInvalid, ("field", field), ("found", value is null ? "nothing" : $"{value.Length} characters"), ("allowed", $"1 to {longest} characters; line breaks and tabs are the only control characters"));
    }

    public void Field(string field, bool holds, object? found, string allowed) =>
        Require(holds, TranscriptionRules.FieldInvalid, ("field", field), ("found", found ?? "nothing"), ("allowed", allowed));

    public void OptionalText(string field, string? value, int longest)
    {
        if (value is not null) Text(field, value, longest);
    }

    /// <summary>The exception with one more failure, where nothing further can be checked.</summary>
    public TranscriptionException With(string code, params (string Name, object? Value)[] facts)
    {
        Add(code, facts);
        return new([.. all]);
    }

    public void ThrowIfAny()
    {
        if (all.Count > 0) throw new TranscriptionException([.. all]);
    }
}
