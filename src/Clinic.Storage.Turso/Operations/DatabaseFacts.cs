using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>What a look at a database says about its surroundings.</summary>
/// <param name="Bytes">The size of the file and its companions, or of the pages on the server.</param>
/// <param name="EngineVersion">The version of SQLite that answers.</param>
/// <param name="EngineTime">What the clock of the engine shows, to the second.</param>
/// <param name="NewestEntry">When the newest entry of the audit was written; null where there is none.</param>
/// <param name="AttachmentKeys">The keys under which attachments are sealed.</param>
public sealed record DatabaseFacts(long Bytes, string EngineVersion, Instant EngineTime, Instant? NewestEntry, IReadOnlyList<string> AttachmentKeys);
