using Clinic.Storage.Turso;

namespace Clinic.Hosts;

/// <summary>The libSQL server that keeps the data: <c>TURSO_DATABASE_URL</c>, <c>TURSO_AUTH_TOKEN</c> or <c>TURSO_AUTH_TOKEN_FILE</c>, <c>TURSO_NAMESPACE</c>.</summary>
public sealed class ServerSettings
{
    private readonly string? token;
    private readonly string? tokenFile;
    private readonly string? space;

    private ServerSettings(string url, string? token, string? tokenFile, string? space)
    {
        Url = url;
        this.token = token;
        this.tokenFile = tokenFile;
        this.space = space;
    }

    /// <summary>The address; never with a token in it.</summary>
    public string Url { get; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SetupException">The address is missing, or the token is given twice.</exception>
    public static ServerSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var url = Text(configuration, "TURSO_DATABASE_URL")
            ?? throw new SetupException("DB_MODE is 'remote' and TURSO_DATABASE_URL is not set; set it to the address of the server, such as libsql://clinic.example.org.");
        var token = Text(configuration, "TURSO_AUTH_TOKEN");
        var file = Text(configuration, "TURSO_AUTH_TOKEN_FILE");
        if (token is not null && file is not null) throw new SetupException("TURSO_AUTH_TOKEN and TURSO_AUTH_TOKEN_FILE are both set; choose one.");
        if (file is not null && !File.Exists(file)) throw new SetupException($"TURSO_AUTH_TOKEN_FILE is '{file}', which is no file.");
        return new ServerSettings(url, token, file, Text(configuration, "TURSO_NAMESPACE"));
    }

    /// <summary>Hands the settings on.</summary>
    public void Apply(TursoOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.DataSource = Url;
        options.Namespace = space;
        options.AuthToken = token;
        // Read again when the server refuses it, so that a token can be changed while the host runs.
        if (tokenFile is not null) options.AuthTokenProvider = async ct => (await File.ReadAllTextAsync(tokenFile, ct)).Trim();
    }

    private static string? Text(IConfiguration configuration, string name) => configuration[name] is { Length: > 0 } text ? text : null;
}
