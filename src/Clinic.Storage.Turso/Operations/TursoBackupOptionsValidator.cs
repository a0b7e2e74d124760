using Microsoft.Extensions.Options;

namespace Clinic.Storage.Turso;

/// <summary>Says everything that is wrong with the options of backups at once.</summary>
[OptionsValidator]
internal sealed partial class TursoBackupOptionsValidator : IValidateOptions<TursoBackupOptions>;
