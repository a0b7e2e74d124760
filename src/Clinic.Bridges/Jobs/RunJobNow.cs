using Clinic.Abstractions;

namespace Clinic.Bridges.Jobs;

/// <summary>Makes a job due at once; whoever runs the jobs runs it next.</summary>
/// <param name="Job">The permanent name of the job.</param>
public sealed record RunJobNow(string Job) : ICommand<string>
{
    /// <inheritdoc/>
    public string Name => "clinic.run-job-now";

    /// <inheritdoc/>
    public void Describe(IPayloadWriter payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        payload.Write("job", Job);
    }
}
