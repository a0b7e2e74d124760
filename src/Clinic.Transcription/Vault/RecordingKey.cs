using Clinic.Abstractions;

namespace Clinic.Transcription.Vault;

/// <summary>A recording and whose it is; both are sealed into its bytes.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Recording">The recording.</param>
public readonly record struct RecordingKey(TenantId Tenant, RecordingId Recording);
