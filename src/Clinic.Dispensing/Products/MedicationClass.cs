namespace Clinic.Dispensing.Products;

/// <summary>How carefully a medicine is handled; decides the policy of its dispensation.</summary>
public enum MedicationClass
{
    /// <summary>Nothing beyond the ordinary rules.</summary>
    Standard,

    /// <summary>Does great harm when used in error (medicamento de alto riesgo).</summary>
    HighAlert,

    /// <summary>Narcotic or psychotropic substance under control.</summary>
    Controlled,
}
