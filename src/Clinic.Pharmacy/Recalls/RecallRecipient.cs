using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Who received recalled goods: a patient, else a department, else the paper they left with. Ids only.</summary>
/// <param name="Patient">The patient, or null.</param>
/// <param name="Department">The department, where no patient is known.</param>
/// <param name="Document">The paper, where neither is known.</param>
public sealed record RecallRecipient(PatientId? Patient = null, DepartmentId? Department = null, string? Document = null)
{
    /// <summary>The recipient as one text, unique within a campaign.</summary>
    [JsonIgnore]
    public string Key => Patient is { } p ? $"patient/{p}" : Department is { } d ? $"department/{d}" : $"document/{Document}";
}
