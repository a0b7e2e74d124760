using Clinic.Abstractions;

namespace Clinic.Hosts;

/// <summary>What the configuration says about the clinic; read once, checked at once.</summary>
/// <remarks>Section <c>Clinic</c>, and the environment names of storage such as <c>DB_MODE</c>.</remarks>
public sealed class ClinicSettings
{
    private static readonly TenantId OnlyClinic = TenantId.Parse("0190f0c0-0000-7000-8000-000000000c11");

    private readonly IConfiguration section;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SetupException">A value cannot be used; the message says which and what is allowed.</exception>
    public ClinicSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(environment);
        section = configuration.GetSection("Clinic");
        IsDevelopment = environment.IsDevelopment();
        ContentRoot = environment.ContentRootPath;
        Mode = ReadMode(configuration);
        var file = Path.GetFullPath(section["DataSource"] ?? "data/clinic.db", environment.ContentRootPath);
        Server = Mode == StorageMode.Remote ? ServerSettings.Read(configuration) : null;
        DataSource = Server?.Url ?? file;
        DataFolder = section["DataFolder"] is { Length: > 0 } folder
            ? Path.GetFullPath(folder, environment.ContentRootPath)
            : Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file) + "-data");
        Tenant = ReadTenant();
        RunJobs = Flag("RunJobs", IsDevelopment);
        Demo = IsDevelopment && Flag("Demo", true);
    }

    /// <summary>Whether this is a developer's machine; demo people and generated keys exist only there.</summary>
    public bool IsDevelopment { get; }

    /// <summary>Where relative paths start.</summary>
    public string ContentRoot { get; }

    /// <summary>Where data are kept.</summary>
    public StorageMode Mode { get; }

    /// <summary>The database file, or the address of the server.</summary>
    public string DataSource { get; }

    /// <summary>The server that keeps the data; null when none does.</summary>
    public ServerSettings? Server { get; }

    /// <summary>The folder of what belongs to the installation beside the database: keys, mails.</summary>
    public string DataFolder { get; }

    /// <summary>The clinic that is meant where nobody names one.</summary>
    public TenantId Tenant { get; }

    /// <summary>Whether this host runs the jobs itself.</summary>
    public bool RunJobs { get; }

    /// <summary>Whether demo people and a demo site are made.</summary>
    public bool Demo { get; }

    /// <summary>A part of the section.</summary>
    public IConfigurationSection Section(string name) => section.GetSection(name);

    /// <summary>A yes or no.</summary>
    /// <exception cref="SetupException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool Flag(string name, bool otherwise) => section[name] switch
    {
        null or "" => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new SetupException($"Clinic:{name} is '{text}'; allowed is true or false."),
    };

    /// <summary>A whole number within bounds.</summary>
    /// <exception cref="SetupException">The value is no number or out of bounds.</exception>
    public int Number(string name, int otherwise, int least, int most) => section[name] switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        var text => throw new SetupException($"Clinic:{name} is '{text}'; allowed is {least} to {most}."),
    };

    private StorageMode ReadMode(IConfiguration configuration)
    {
        var storage = section["Storage"] ?? configuration["DB_MODE"] ?? "local";
        return storage.ToLowerInvariant() switch
        {
            "local" => StorageMode.Local,
            "memory" when IsDevelopment => StorageMode.Memory,
            "memory" => throw new SetupException("Clinic:Storage is 'memory', which forgets everything at the end; it is for Development only."),
            "remote" => StorageMode.Remote,
            "replica" => throw new SetupException($"DB_MODE is '{storage}', which this version does not have yet; allowed are local and remote."),
            _ => throw new SetupException($"DB_MODE is '{storage}'; allowed are local and remote."),
        };
    }

    private TenantId ReadTenant() => section["Tenant"] switch
    {
        null or "" => OnlyClinic,
        var text when TenantId.TryParse(text, out var tenant) => tenant,
        var text => throw new SetupException($"Clinic:Tenant is '{text}'; allowed is a UUID."),
    };
}
