namespace Clinic.Pharmacy.Recalls;

/// <summary>What a campaign does with its lots.</summary>
public enum RecallMeasure
{
    /// <summary>Recalls them for good; they leave only to the supplier or as waste.</summary>
    Recall,

    /// <summary>Sets them aside as suspects; a pharmacist may approve a lot again.</summary>
    Quarantine,
}
