using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;

namespace Clinic.Api.Pharmacy;

/// <summary>New data of a medication.</summary>
/// <param name="Data">All of it.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record ReviseMedicationRequest(MedicationData Data, long? Version = null);

/// <summary>New data of a presentation.</summary>
/// <param name="Data">All of it.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RevisePresentationRequest(PresentationData Data, long? Version = null);

/// <summary>Takes something out of use.</summary>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RetireRequest(long? Version = null);
