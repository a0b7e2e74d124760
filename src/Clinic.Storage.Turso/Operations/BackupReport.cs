using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>What a backup holds, as written beside it.</summary>
/// <param name="File">The full path of the backup.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Source">The database it was made of, without secrets.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The hash of the file in lower-case hex.</param>
/// <param name="Migrations">The migrations applied in it, such as <c>core 0001 create_core</c>.</param>
/// <param name="Tables">What its tables hold.</param>
public sealed record BackupReport(
    string File, Instant MadeAt, string Source, long Bytes, string Sha256, IReadOnlyList<string> Migrations, IReadOnlyList<TableFigures> Tables);
