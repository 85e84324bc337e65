using System.Threading.RateLimiting;

namespace Workflows.Designer.Progress;

/// <summary>How often progress may be asked: by one address, and for one case number from wherever.</summary>
/// <remarks>Four characters can be guessed by trying: an address is slowed down, and a number is closed for a while.</remarks>
internal sealed class ProgressLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> byAddress = Windows(30, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> byNumber = Windows(10, TimeSpan.FromMinutes(10));

    public bool MayAsk(string address, string number)
    {
        using var asked = byAddress.AttemptAcquire(address);
        using var tried = byNumber.AttemptAcquire(number);
        return asked.IsAcquired && tried.IsAcquired;
    }

    public void Dispose()
    {
        byAddress.Dispose();
        byNumber.Dispose();
    }

    private static PartitionedRateLimiter<string> Windows(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
