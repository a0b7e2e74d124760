namespace Clinic.Abstractions;

/// <summary>The request that a command came with, for the audit; handed over in the context, never ambient.</summary>
/// <param name="Session">The id of the session or token, never the token itself; null before sign-in. At most 100 characters.</param>
/// <param name="Method">The method, such as <c>POST</c>.</param>
/// <param name="Endpoint">The route with its places, such as <c>/api/v1/patients/{patient}</c>; never a path with ids.</param>
public sealed record RequestScope(string? Session, string Method, string Endpoint)
{
    /// <summary>Method and endpoint only.</summary>
    public override string ToString() => $"{Method} {Endpoint}";
}
