using Clinic.Pharmacy.Medications;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Adds a rule.</summary>
/// <param name="Kind">What it warns of.</param>
/// <param name="Rule">The rule.</param>
public sealed record AddAlertRule(AlertKind Kind, AlertRuleData Rule) : PharmacyCommand<CatalogueAnswer<AlertRuleId>>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.add-alert-rule";
}
