using NodaTime;

namespace Clinic.Abstractions;

/// <summary>A command that was done: enough to answer its repetition.</summary>
/// <param name="Tenant">The tenant; first part of the key.</param>
/// <param name="Command">The command id; second part of the key.</param>
/// <param name="Name">The permanent name of the command.</param>
/// <param name="Actor">Who did it; only they get the answer again.</param>
/// <param name="PayloadHash">The keyed hash of the content, <c>keyId:hex</c>.</param>
/// <param name="AnswerJson">The answer as JSON.</param>
/// <param name="At">When it was committed.</param>
public sealed record CommandRecord(
    TenantId Tenant, CommandId Command, string Name, PersonId Actor, string PayloadHash, string AnswerJson, Instant At);
