namespace Clinic.Pharmacy.Medications;

/// <summary>How strictly a medicine is controlled, by the conventions of the United Nations.</summary>
/// <seealso href="https://www.incb.org/incb/en/narcotic-drugs/index.html"/>
public enum ControlledClass
{
    /// <summary>Not controlled.</summary>
    None,

    /// <summary>Psychotropic substance (psicotrópico), convention of 1971.</summary>
    Psychotropic,

    /// <summary>Narcotic drug (estupefaciente), convention of 1961.</summary>
    Narcotic,
}
