namespace Clinic.Api.Tests;

/// <summary>One host in memory for tests that change nothing.</summary>
public sealed class SharedApi : IDisposable
{
    public ApiFactory Factory { get; } = ApiFactory.InMemory();

    public void Dispose() => Factory.Dispose();
}
