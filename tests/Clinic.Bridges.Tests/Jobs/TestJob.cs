using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Bridges.Tests.Jobs;

/// <summary>A job that does what the test says.</summary>
public sealed class TestJob(string name, Func<TenantId, CancellationToken, Task<JobReport>> run, Duration? every = null) : IClinicJob
{
    private int runs;

    public string Name => name;

    public Duration Every => every ?? Duration.FromMinutes(1);

    public int Runs => runs;

    public Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref runs);
        return run(tenant, cancellationToken);
    }

    public static TestJob That(JobReport report) => new("test.job", (_, _) => Task.FromResult(report));

    public static TestJob Failing() => new("test.failing", (_, _) => throw new InvalidOperationException("patient Ana"));
}
