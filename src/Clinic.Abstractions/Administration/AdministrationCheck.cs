namespace Clinic.Abstractions.Administration;

/// <summary>Collects every failed guard of a command, so that a person sees all of them at once.</summary>
internal sealed class AdministrationCheck
{
    public const int LongestName = 120;

    private readonly List<RuleFailure> failures = [];

    public bool Any => failures.Count > 0;

    /// <summary>Starts the checks of a command with the one about the role; jobs and the console act for the clinic.</summary>
    public static AdministrationCheck Of(IUnit unit, string action) => Of(unit, action, [Role.Administrator]);

    /// <summary>Starts the checks of a command that belongs to some roles, and to what acts for the clinic.</summary>
    public static AdministrationCheck Of(IUnit unit, string action, IReadOnlyList<Role> roles)
    {
        var check = new AdministrationCheck();
        var actor = unit.Context.Actor;
        check.Require(actor.HasAny([.. roles, Role.System]), ClinicRules.RoleMissing,
            ("action", action), ("allowed", string.Join(", ", roles)), ("found", actor.RolesText()));
        check.ThrowIfAny();
        return check;
    }

    public void Require(bool holds, string code, params (string Name, object? Value)[] facts)
    {
        if (!holds) failures.Add(new(code, facts));
    }

    public void Add(RuleFailure? failure)
    {
        if (failure is not null) failures.Add(failure);
    }

    public void Text(string field, string? value, int shortest, int longest) =>
        Require(IsText(value, shortest, longest), ClinicRules.Malformed, ("field", field), ("found", Found(value)),
            ("allowed", $"{shortest} to {longest} characters without control characters or outer spaces"));

    public void SameVersion(string kind, long asked, long found) =>
        Require(asked == found, ClinicRules.StaleVersion, ("kind", kind), ("asked", asked), ("found", found));

    public void ThrowIfAny()
    {
        if (Any) throw new ClinicRuleException([.. failures]);
    }

    private static bool IsText(string? value, int shortest, int longest) =>
        value is not null && value.Length >= shortest && value.Length <= longest && !value.Any(char.IsControl)
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasLoneSurrogate(value);

    // Names are personal data, so a refusal tells how long the text was and not what it said.
    private static string Found(string? value) => value is null ? "nothing" : $"{value.Length} characters";

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return true;
        }

        return false;
    }
}
