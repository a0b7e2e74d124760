using System.Net;

namespace Clinic.Storage.Turso;

/// <summary>The address of a database on a server, checked before anything is sent.</summary>
internal sealed class HranaAddress
{
    private HranaAddress(Uri root)
    {
        Root = root;
        IsLoopback = IsLoopbackHost(root);
    }

    /// <summary>What every path of the protocol is added to; ends in a slash.</summary>
    public Uri Root { get; }

    public bool IsLoopback { get; }

    /// <summary>Whether a data source is an address at all, and not a path.</summary>
    public static bool Looks(string dataSource) => dataSource.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads <c>https://</c>, <c>libsql://</c>, and <c>http://</c> on this machine; says what is wrong otherwise.</summary>
    public static string? Failure(string dataSource) => Read(dataSource).Failure;

    /// <exception cref="ArgumentException">The address cannot be used; the message says why and never repeats a secret in it.</exception>
    public static HranaAddress Parse(string dataSource) =>
        Read(dataSource) is { Address: { } address } ? address : throw new ArgumentException(Failure(dataSource), nameof(dataSource));

    /// <summary>Where a stream continues that the server sent elsewhere; only within the same domain, because the token goes along.</summary>
    public Uri? Continue(string baseUrl)
    {
        if (Read(baseUrl).Address is not { } there || there.Root.Scheme != Root.Scheme) return null;
        var mine = Domain(Root.Host);
        return there.Root.Host == Root.Host || (mine is not null && mine == Domain(there.Root.Host)) ? there.Root : null;
    }

    /// <summary>The address without anything that could be secret.</summary>
    public override string ToString() => Root.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static (HranaAddress? Address, string? Failure) Read(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return (null, "The address of the database is no URL; allowed is https://host, libsql://host, or http://localhost:port.");
        if (uri.Scheme is "ws" or "wss")
            return (null, $"Addresses that start with {uri.Scheme} are not supported; write https or libsql for the same server.");
        if (uri.Scheme is not ("http" or "https" or "libsql"))
            return (null, $"Addresses that start with {uri.Scheme} are not supported; allowed is https, libsql, and http on this machine.");
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return (null, "The address of the database holds a user, a query or a fragment; give the token by AuthToken or AuthTokenProvider, and nothing else in the address.");
        if (uri.Scheme == "http" && !IsLoopbackHost(uri))
            return (null, $"The address http://{uri.Host} would send the token and the data in the clear; use https. Plain http is for this machine only.");
        var root = new UriBuilder(uri) { Scheme = uri.Scheme == "libsql" ? "https" : uri.Scheme, Path = uri.AbsolutePath.TrimEnd('/') + "/" };
        if (uri.Scheme == "libsql" && uri.IsDefaultPort) root.Port = -1;
        return (new HranaAddress(root.Uri), null);
    }

    private static bool IsLoopbackHost(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static string? Domain(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && host.IndexOf('.', dot + 1) > 0 && !IPAddress.TryParse(host, out _) ? host[(dot + 1)..] : null;
    }
}
