namespace Clinic.Pharmacy.Alerts;

/// <summary>Finds the most particular rule for a product at a place. Pure.</summary>
public sealed class AlertRuleBook
{
    private readonly ILookup<AlertKind, AlertRule> rules;
    private readonly AlertOptions options;

    /// <summary>A book of the rules that count.</summary>
    public AlertRuleBook(IEnumerable<AlertRule> rules, AlertOptions options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        // Two rules of one rank that cover one thing have the same slot, and a slot is taken once; so the first is the only one.
        this.rules = rules.Where(r => !r.IsRetired).OrderByDescending(r => r.Scope.Rank).ThenBy(r => r.Id.Value).ToLookup(r => r.Kind);
        this.options = options;
    }

    /// <summary>What judges, or null when nothing warns of it: no rule and no default, or a rule that silences.</summary>
    public AlertJudgement? For(AlertKind kind, AlertSubject subject)
    {
        if (rules[kind].FirstOrDefault(r => r.Scope.Covers(subject)) is { } rule) return rule.IsEnabled ? new(rule, options.Fill(rule.Settings)) : null;
        return options.Defaults.Contains(kind) ? new(null, options.Fill(new())) : null;
    }

    /// <summary>Who is told when nobody answers an alert of a rule; nobody for the options and for a rule that is gone.</summary>
    public IReadOnlyList<AlertEscalation> EscalationsOf(AlertRuleId? rule) =>
        rule is { } id ? rules.SelectMany(r => r).FirstOrDefault(r => r.Id == id)?.Escalations ?? [] : [];

    /// <summary>The longest window of any rule, in days.</summary>
    public int LongestWindow => rules.SelectMany(r => r).Select(r => r.Settings.WindowDays ?? 0).Append(options.WindowDays).Max();
}
