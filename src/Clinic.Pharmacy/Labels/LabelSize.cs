namespace Clinic.Pharmacy.Labels;

/// <summary>The paper of a label, width by height.</summary>
public enum LabelSize
{
    /// <summary>50 by 30 mm.</summary>
    Small,

    /// <summary>70 by 40 mm.</summary>
    Medium,

    /// <summary>100 by 60 mm.</summary>
    Large,
}
