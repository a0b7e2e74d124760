using Clinic.Abstractions;

namespace Clinic.Pharmacy.Alerts;

/// <summary>What a clinic wants to be warned of, for which products and places, and who is told. Retired, never deleted.</summary>
public sealed class AlertRule
{
    private readonly AlertRuleSnapshot state;

    private AlertRule(AlertRuleSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public AlertRuleId Id => state.Id;

    /// <summary>What it warns of.</summary>
    public AlertKind Kind => state.Kind;

    /// <summary>Which products and places.</summary>
    public AlertScope Scope => state.Scope;

    /// <summary>How it judges.</summary>
    public AlertSettings Settings => state.Settings;

    /// <summary>Who is told at once.</summary>
    public AlertRecipients To => state.To;

    /// <summary>Who is told when nobody answers, soonest first.</summary>
    public IReadOnlyList<AlertEscalation> Escalations => state.Escalations;

    /// <summary>False silences what it is the most particular rule for.</summary>
    public bool IsEnabled => state.IsEnabled;

    /// <summary>Whether it no longer counts.</summary>
    public bool IsRetired => state.IsRetired;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.alert-rule", Id.Value);

    /// <summary>The same text for rules that are equally particular about the same; unique among those that count.</summary>
    public string Slot => $"{Kind}|{Scope.Key}";

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Settings, scope or recipients are wrong; every one is named.</exception>
    public static AlertRule Restore(AlertRuleSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        AlertRuleCheck.All(failures, snapshot);
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The same rule with new data, one version on; id and kind stay.</summary>
    /// <exception cref="PharmacyException">The data is wrong, or the rule is retired.</exception>
    public AlertRule Revise(AlertRuleData next)
    {
        ArgumentNullException.ThrowIfNull(next);
        RequireInUse();
        return Restore(state with
        {
            Scope = next.Scope ?? AlertScope.Any,
            Settings = next.Settings ?? new(),
            To = next.To ?? AlertRecipients.Nobody,
            Escalations = next.Escalations ?? [],
            IsEnabled = next.IsEnabled,
            Version = Version + 1,
        });
    }

    /// <summary>The rule taken out of use; a less particular one or the options judge from now on.</summary>
    /// <exception cref="PharmacyException">It is retired already.</exception>
    public AlertRule Retire()
    {
        RequireInUse();
        return new(state with { IsRetired = true, Version = Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public AlertRuleSnapshot ToSnapshot() => state;

    private void RequireInUse()
    {
        if (IsRetired) throw new PharmacyException(PharmacyRules.AlertRuleRetired, ("rule", Id));
    }
}
