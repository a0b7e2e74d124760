using Clinic.Abstractions;

namespace Clinic.Bridges.Dispensing;

/// <summary>Which medicines of the pharmacy are dispensed as high-alert ones; controlled ones say so themselves.</summary>
public sealed class PharmacyStockOptions
{
    /// <summary>Beginnings of ATC codes that are high-alert.</summary>
    /// <value>Default: insulins A10A, heparins B01AB, potassium B05XA01, opioids N02A, anaesthetics N01A, muscle relaxants M03A.</value>
    /// <seealso href="https://www.ismp.org/recommendations/high-alert-medications-acute-list"/>
    public IList<string> HighAlertAtc { get; } = ["A10A", "B01AB", "B05XA01", "N02A", "N01A", "M03A"];

    /// <summary>Medications that are high-alert whatever their ATC code.</summary>
    /// <value>Default none.</value>
    public IList<MedicationId> HighAlertMedications { get; } = [];

    /// <summary>Whether labels carry the patient's name; otherwise the initials.</summary>
    /// <value>Default false.</value>
    public bool NamesOnLabels { get; set; }
}
