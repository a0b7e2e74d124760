using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Changes a rule.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Rule">The new data.</param>
public sealed record ReviseAlertRule(AlertRuleId Id, long Version, AlertRuleData Rule) : PharmacyCommand<CatalogueAnswer<AlertRuleId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.revise-alert-rule";
}
