using System.ComponentModel.DataAnnotations;

namespace Clinic.Pharmacy.Recalls;

/// <summary>How a clinic follows its recalls.</summary>
public sealed class RecallOptions
{
    /// <summary>How many tries it takes before a recipient may be given up as unreachable.</summary>
    /// <value>Default 3; 1 to 20.</value>
    [Range(1, 20)]
    public int AttemptsBeforeUnreachable { get; set; } = 3;
}
