using Clinic.Abstractions;

namespace Clinic.Dispensing;

/// <summary>Collects every failed guard of a command, so that a person sees all of them at once.</summary>
internal sealed class Failures
{
    private readonly List<RuleFailure> all = [];

    public bool Any => all.Count > 0;

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

    public void Text(string field, string? value, int longest)
    {
        if (!FieldCheck.IsText(value, longest))
            Add(DispensingRules.FieldInvalid, ("field", field), ("found", value is null ? "nothing" : $"{value.Length} characters"), ("allowed", $"1 to {longest} characters without control characters or outer spaces"));
    }

    public void OptionalText(string field, string? value, int longest)
    {
        if (value is not null) Text(field, value, longest);
    }

    public void MoveTo(Failures other) => other.all.AddRange(all);

    /// <summary>An exception with everything so far and one more that makes going on pointless.</summary>
    public DispensingException With(string code, params (string Name, object? Value)[] facts)
    {
        Add(code, facts);
        return new([.. all]);
    }

    public void ThrowIfAny()
    {
        if (all.Count > 0) throw new DispensingException([.. all]);
    }
}
