//! The runtimes, each as a closure that reads a normalised strip.

use std::error::Error;
use std::io::Cursor;
use std::sync::Arc;

use i797::recognizer::HEIGHT;
use rten::{Model, ModelOptions, RunOptions, ThreadPool};
use rten_tensor::NdTensor;
use rten_tensor::prelude::*;
use tract_onnx::prelude::{Framework, InferenceModelExt, IntoRunnable, Tensor, tvec};

use crate::Read;

/// rten with its optimisations, weights packed beforehand, in a pool of one thread.
pub fn rten(weights: &'static [u8]) -> Result<Read, Box<dyn Error>> {
    let model: Model = ModelOptions::with_all_ops()
        .prepack_weights(true)
        .load_static_slice(weights)?;
    let pool = Arc::new(ThreadPool::with_num_threads(1));
    Ok(Box::new(move |strip| {
        let ink = NdTensor::from_data([1, 1, HEIGHT, strip.ink.width], strip.ink.values.clone());
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(&pool)));
        let output: NdTensor<f32, 3> = model.run_one(ink.into(), Some(options))?.try_into()?;
        Ok(output.iter().copied().collect())
    }))
}

/// tract, optimised for strips of any width.
pub fn tract(weights: &'static [u8]) -> Result<Read, Box<dyn Error>> {
    let model = tract_onnx::onnx()
        .model_for_read(&mut Cursor::new(weights))?
        .into_optimized()?
        .into_runnable()?;
    Ok(Box::new(move |strip| {
        let ink = Tensor::from_shape(&[1, 1, HEIGHT, strip.ink.width], &strip.ink.values)?;
        let output = model.run(tvec!(ink.into()))?;
        Ok(output[0]
            .to_plain_array_view::<f32>()?
            .iter()
            .copied()
            .collect())
    }))
}
