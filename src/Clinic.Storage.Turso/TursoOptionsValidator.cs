using Clinic.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>Says everything that is wrong with the options at once, when the host starts.</summary>
internal sealed class TursoOptionsValidator(IServiceProviderIsService? services = null) : IValidateOptions<TursoOptions>
{
    private static readonly Duration ShortestWait = Duration.FromMilliseconds(10);
    private static readonly Duration LongestWait = Duration.FromHours(1);

    public ValidateOptionsResult Validate(string? name, TursoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = Failures(options).ToList();
        if (services is not null && !services.IsService(typeof(PayloadKeyRing))) failures.Add(MissingKeys);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    internal const string MissingKeys =
        "No PayloadKeyRing is registered. Register the keys of payload hashes as a singleton; PayloadKeyRing.Random() is for tests only, " +
        "because repeated commands of an earlier process could not be recognised.";

    internal static IEnumerable<string> Failures(TursoOptions o)
    {
        if (string.IsNullOrWhiteSpace(o.DataSource))
            yield return "TursoOptions.DataSource is empty; it must be the path of a database file, :memory:, or the address of a server.";
        foreach (var failure in ServerFailures(o)) yield return failure;
        if (!Enum.IsDefined(o.Synchronous)) yield return $"TursoOptions.Synchronous is {o.Synchronous}; allowed are Full and Normal.";
        if (o.BusyTimeout < ShortestWait || o.BusyTimeout > Duration.FromMinutes(2))
            yield return $"TursoOptions.BusyTimeout is {o.BusyTimeout}; allowed is 10 ms to 2 minutes.";
        if (o.CommandTimeout < ShortestWait || o.CommandTimeout > LongestWait)
            yield return $"TursoOptions.CommandTimeout is {o.CommandTimeout}; allowed is 10 ms to 1 hour.";
        if (o.MigrationLockTimeout < ShortestWait || o.MigrationLockTimeout > LongestWait)
            yield return $"TursoOptions.MigrationLockTimeout is {o.MigrationLockTimeout}; allowed is 10 ms to 1 hour.";
        if (o.SlowStatement < Duration.Zero || o.SlowStatement > LongestWait)
            yield return $"TursoOptions.SlowStatement is {o.SlowStatement}; allowed is 0 to 1 hour.";
        if (o.MaxReaders is < 1 or > 100) yield return $"TursoOptions.MaxReaders is {o.MaxReaders}; allowed is 1 to 100.";
        if (o.CacheSizeKiB is < 256 or > 1_048_576) yield return $"TursoOptions.CacheSizeKiB is {o.CacheSizeKiB}; allowed is 256 to 1048576.";
    }

    private static IEnumerable<string> ServerFailures(TursoOptions o)
    {
        if (o.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            yield return "TursoOptions.DataSource must be the plain path of a local database file; file: URIs are not accepted.";
        else if (o.IsRemote && HranaAddress.Failure(o.DataSource) is { } failure)
            yield return $"TursoOptions.DataSource: {failure}";
        if (o.AuthToken is not null && o.AuthTokenProvider is not null) yield return "TursoOptions.AuthToken and AuthTokenProvider are both set; choose one.";
        if (!o.IsRemote && (o.AuthToken is not null || o.AuthTokenProvider is not null || o.Namespace is not null))
            yield return "TursoOptions.AuthToken, AuthTokenProvider and Namespace are for servers; the data source is a local database.";
        if (o.Namespace is { } name && (name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            yield return "TursoOptions.Namespace is not a name of letters, digits, hyphens and underscores, at most 64.";
        if (o.MaxConnections is < 1 or > 128) yield return $"TursoOptions.MaxConnections is {o.MaxConnections}; allowed is 1 to 128.";
    }
}
