using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Lets Hangfire log where we do. It keeps its log in a static, which may outlive the host that set it; from then on it says nothing.</summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _ours = new(loggers);

    public static void Use(ILoggerFactory loggers) => LogProvider.SetCurrentLogProvider(new HangfireLog(loggers));

    public ILog GetLogger(string name)
    {
        try
        {
            return _ours.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silent();
        }
    }

    private sealed class Silent : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
