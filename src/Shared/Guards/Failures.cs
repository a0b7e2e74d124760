using Clinic.Abstractions;

namespace Clinic.Guards;

/// <summary>Collects every failed guard of a command, so that a person sees all of them at once.</summary>
/// <remarks>Each package says in its Guards.cs which exception carries them.</remarks>
internal sealed class Failures
{
    private const string OneLine = "characters without control characters or outer spaces";
    private const string Lines = "characters; line breaks and tabs are the only control characters";
    private readonly List<RuleFailure> all = [];

    public int Count => all.Count;

    public IReadOnlyList<RuleFailure> All => [.. all];

    public void Add(string code, params (string Name, object? Value)[] facts) => all.Add(new RuleFailure(code, facts));

    public void Add(RuleFailure? failure)
    {
        if (failure is not null) all.Add(failure);
    }

    public void Require(bool holds, string code, params (string Name, object? Value)[] facts)
    {
        if (!holds) Add(code, facts);
    }

    public void Field(string field, bool holds, object? found, string allowed) =>
        Require(holds, DomainRules.FieldInvalid, ("field", field), ("found", found ?? "nothing"), ("allowed", allowed));

    // What people type may be private: it is told by its length, never shown.
    public void Text(string field, string? value, int longest) => Field(field, TextForm.IsText(value, longest), Found(value), $"1 to {longest} {OneLine}");

    /// <summary>Text that may have several lines.</summary>
    public void Prose(string field, string? value, int longest) => Field(field, TextForm.IsLines(value, longest), Found(value), $"1 to {longest} {Lines}");

    public void OptionalText(string field, string? value, int longest)
    {
        if (value is not null) Text(field, value, longest);
    }

    public void MoveTo(Failures other) => other.all.AddRange(all);

    /// <summary>The exception with everything so far and one more failure, where nothing further can be checked.</summary>
    public DomainException With(string code, params (string Name, object? Value)[] facts)
    {
        Add(code, facts);
        return new([.. all]);
    }

    public void ThrowIfAny()
    {
        if (all.Count > 0) throw new DomainException([.. all]);
    }

    private static string? Found(string? value) => value is null ? null : FormattableString.Invariant($"{value.Length} characters");
}
